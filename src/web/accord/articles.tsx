// The text in two columns with its spine between them: the number of each article, who has initialled it, and beside it
// what it authorises. On the table, what differs from the version before is struck out or added.

import type { ReactNode } from "react";
import type { AccordDetail } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { directionOf, languageName, Words } from "../language/index.ts";
import { PlaceLink, Seal, useAddressText, usePlaces, useSides } from "../parts/index.ts";
import { Foreign } from "../parts/proof/index.ts";
import { Authorised } from "./authorised.tsx";
import type { Columns } from "./columns.tsx";
import { type ArticlePair, concordanceOf, type ParagraphPair } from "./concordance.ts";
import type { ArticleText, Instrument, LanguageText, Shown } from "./instrument.ts";
import { redline } from "./redline.ts";

interface ArticlesProps {
  readonly shown: Shown;
  readonly columns: Columns;
  readonly instrument: Instrument;
}

export function Articles({ shown, columns, instrument }: ArticlesProps): ReactNode {
  const accord = useAccordId();
  const { articles } = useAsk("accord", { params: { accord } });
  const chosen = useAddressText("article").value;
  const concordance = concordanceOf(shown.texts[columns.first], shown.texts[columns.second]);
  const before = { first: shown.before?.[columns.first], second: shown.before?.[columns.second] };
  return (
    <section className="arts" aria-labelledby="articles">
      <h2 id="articles" className="vh">
        <Words id="accord.text" />
      </h2>
      <div className="art art--h">
        <span lang={columns.first}>{languageName(columns.first)}</span>
        <span className="spine-h">
          <Words id="accord.article" />
        </span>
        <span lang={columns.second}>{languageName(columns.second)}</span>
        <span className="dom">
          <Words id="accord.authorises" />
        </span>
      </div>
      <Block id="accord.preamble" pairs={concordance.preamble} columns={columns} />
      {concordance.articles.map((pair) => (
        <ArticleRow
          key={pair.number}
          pair={pair}
          columns={columns}
          before={before}
          initialled={instrument.initialled?.articles.includes(pair.number) ?? false}
          article={articles.find((one) => one.number === pair.number)}
          chosen={chosen === pair.number}
        />
      ))}
      <Block id="accord.closing" pairs={concordance.closing} columns={columns} />
    </section>
  );
}

interface Before {
  readonly first: LanguageText | undefined;
  readonly second: LanguageText | undefined;
}

interface ArticleRowProps {
  readonly pair: ArticlePair;
  readonly columns: Columns;
  readonly before: Before;
  readonly initialled: boolean;
  readonly article: AccordDetail["articles"][number] | undefined;
  readonly chosen: boolean;
}

function ArticleRow({ pair, columns, before, initialled, article, chosen }: ArticleRowProps): ReactNode {
  const places = usePlaces();
  return (
    <article id={`article-${pair.number}`} className={chosen ? "art art--chosen" : "art"}>
      <Column text={pair.first} language={columns.first} before={articleIn(before.first, pair.number)} />
      <div className="spine">
        <b>
          <PlaceLink to={places.article(pair.number)}>
            <bdi>{pair.number}</bdi>
          </PlaceLink>
        </b>
        <Initials done={initialled} />
        {pair.concordant ? null : (
          <span className="chip chip--warn">
            <Words id="accord.discordant" />
          </span>
        )}
      </div>
      <Column text={pair.second} language={columns.second} before={articleIn(before.second, pair.number)} />
      <Authorised article={article} />
    </article>
  );
}

function articleIn(text: LanguageText | undefined, number: string): ArticleText | undefined {
  return text?.articles.find((article) => article.number === number);
}

/** Both sides' marks: filled once the article is initialled by both. */
function Initials({ done }: { readonly done: boolean }): ReactNode {
  const { own, other } = useSides();
  return (
    <span className="row">
      {[own, other].map((party) => (
        <Seal key={party} party={party} size="small" hollow={!done} />
      ))}
      <span className="vh">
        <Words id={done ? "accord.initialled" : "accord.notInitialled"} />
      </span>
    </span>
  );
}

interface ColumnProps {
  readonly text: ArticleText | undefined;
  readonly language: string;
  readonly before: ArticleText | undefined;
}

function Column({ text, language, before }: ColumnProps): ReactNode {
  return (
    <div className="treaty" lang={language} dir={directionOf(language)}>
      {text === undefined ? (
        <p className="muted">
          <Words id="accord.missing" />
        </p>
      ) : (
        <>
          <h3>
            <Wording now={text.title} before={before?.title} />
          </h3>
          {text.paragraphs.map((paragraph, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place.
            <p key={at}>
              <Wording now={paragraph} before={before?.paragraphs[at]} />
            </p>
          ))}
          {(before?.paragraphs ?? []).slice(text.paragraphs.length).map((paragraph) => (
            <p key={paragraph}>
              <del>
                <Foreign text={paragraph} />
              </del>
            </p>
          ))}
        </>
      )}
    </div>
  );
}

/** A wording; with the one before it, what was struck out and what was added. */
function Wording({ now, before }: { readonly now: string; readonly before: string | undefined }): ReactNode {
  if (before === undefined || before === now) return <Foreign text={now} />;
  return redline(before, now).map(({ kind, text }, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one comparison never move.
    if (kind === "kept") return <Foreign key={at} text={text} />;
    const Tag = kind === "added" ? "ins" : "del";
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Tag key={at}>
        <Foreign text={text} />
      </Tag>
    );
  });
}

interface BlockProps {
  readonly id: string;
  readonly pairs: readonly ParagraphPair[];
  readonly columns: Columns;
}

/** The preamble or the final clause: paragraph facing paragraph. */
function Block({ id, pairs, columns }: BlockProps): ReactNode {
  if (pairs.length === 0) return null;
  return (
    <div className="art art--block">
      {(["first", "second"] as const).map((place) => (
        <div key={place} className={`treaty treaty--${place}`} lang={columns[place]} dir={directionOf(columns[place])}>
          {pairs.map((pair, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place.
            <p key={at}>{pair[place] === undefined ? "—" : <Foreign text={pair[place]} />}</p>
          ))}
        </div>
      ))}
      <div className="spine spine--block">
        <span className="vh">
          <Words id={id} />
        </span>
      </div>
    </div>
  );
}
