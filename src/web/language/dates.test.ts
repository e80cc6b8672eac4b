import { expect, test } from "vitest";
import { datesIn, wallIn, wallOf } from "./dates.ts";
import { languages, manners } from "./languages.ts";

const wall = wallOf("2021-11-24T16:30+02:00[Asia/Jerusalem]");

test("the text of the API is read as what the clock there shows, and another text is not", () => {
  expect(wall).toEqual({ at: Date.UTC(2021, 10, 24, 16, 30), zone: "Asia/Jerusalem" });
  for (const text of ["2021-11-24T16:30Z", "2021-11-24", "", "2021-11-24T16:30+02:00"])
    expect(wallOf(text)).toBe(undefined);
});

test("one instant on two clocks: Morocco is an hour behind in winter, and in Ramadan two", () => {
  expect(wallIn("Africa/Casablanca", "2021-11-24T14:30:00Z").at).toBe(Date.UTC(2021, 10, 24, 15, 30));
  expect(wallIn("Africa/Casablanca", "2022-04-10T14:30:00Z").at).toBe(Date.UTC(2022, 3, 10, 14, 30));
});

test("lists have 24.11.2021 and 16:30 in every language", () => {
  if (wall === undefined) throw new Error("no wall");
  for (const language of languages) {
    const dates = datesIn(manners[language].locale);
    expect([dates.day(wall), dates.time(wall), dates.dayOfMonth(wall)]).toEqual(["24.11.2021", "16:30", "24.11"]);
  }
});

test("titles have the month in words, Moroccan in Arabic, with Latin digits", () => {
  if (wall === undefined) throw new Error("no wall");
  const long = Object.fromEntries(languages.map((each) => [each, datesIn(manners[each].locale).long(wall)]));
  expect(long.fr).toBe("mercredi 24 novembre 2021");
  expect(long.ar).toContain("نونبر");
  expect(long.ar).toContain("24");
  expect(long.he).toContain("נובמבר");
  // Whether a comma stands after the day of the week differs from one version of Unicode's data to the next.
  expect(long.en).toMatch(/^Wednesday,? 24 November 2021$/);
});

test("the Hijri and the Hebrew date of the signature", () => {
  if (wall === undefined) throw new Error("no wall");
  expect(datesIn(manners.en.locale).hijri(wall)).toContain("1443");
  expect(datesIn(manners.en.locale).hebrew(wall)).toContain("5782");
});

test("thousands are grouped as the language writes them", () => {
  expect(datesIn(manners.fr.locale).number(1284)).toBe("1\u202f284");
  expect(datesIn(manners.ar.locale).number(1284)).toBe("1\u202f284");
  expect(datesIn(manners.he.locale).number(1284)).toBe("1,284");
});
