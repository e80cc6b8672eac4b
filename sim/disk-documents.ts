// The documents' part of a disk as one process sees it: what reads may not come back, what writes goes into the disk's
// journal, so that a backup has it, and fails as its other writes do.

import type { DocumentStore, Store } from "../src/store/index.ts";

export interface DocumentRoad {
  /** What a process hears only while it lives. */
  living<T>(work: Promise<T>): Promise<T>;
  write<T>(run: (store: Store) => Promise<T>): Promise<T>;
}

export function documentsOf({ documents }: Store, { living, write }: DocumentRoad): DocumentStore {
  return {
    get: (accord, digest) => living(documents.get(accord, digest)),
    among: (accord, digests) => living(documents.among(accord, digests)),
    ofAct: (accord, act) => living(documents.ofAct(accord, act)),
    ofDossier: (accord, dossier) => living(documents.ofDossier(accord, dossier)),
    page: (accord, query) => living(documents.page(accord, query)),
    bytes: (accord, digest) => living(documents.bytes(accord, digest)),
    toDeliver: (accord, query) => living(documents.toDeliver(accord, query)),
    missing: (accord, query) => living(documents.missing(accord, query)),
    unnamed: (accord, query) => living(documents.unnamed(accord, query)),
    unswept: (accord, limit) => living(documents.unswept(accord, limit)),
    usage: (accord, author) => living(documents.usage(accord, author)),
    ofClosed: (accord, query) => living(documents.ofClosed(accord, query)),
    upload: (accord, id) => living(documents.upload(accord, id)),
    idleUploads: (accord, query) => living(documents.idleUploads(accord, query)),
    scrub: () => living(documents.scrub()),
    add: (accord, added) => write((store) => store.documents.add(accord, added)),
    forget: (accord, digest) => write((store) => store.documents.forget(accord, digest)),
    arrived: (accord, arrival) => write((store) => store.documents.arrived(accord, arrival)),
    setState: (accord, change) => write((store) => store.documents.setState(accord, change)),
    delivered: (accord, delivery) => write((store) => store.documents.delivered(accord, delivery)),
    swept: (accord, digests) => write((store) => store.documents.swept(accord, digests)),
    saveUpload: (accord, row) => write((store) => store.documents.saveUpload(accord, row)),
    removeUpload: (accord, id) => write((store) => store.documents.removeUpload(accord, id)),
  };
}
