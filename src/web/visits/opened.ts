// A step whose form is open over the page, with what the page knows of its body.

export interface Opened {
  readonly step: string;
  readonly known: Readonly<Record<string, unknown>>;
}
