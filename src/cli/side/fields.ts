// The small forms that several options share: texts by language, a list with commas, host and port.

import { z } from "../../base/index.ts";

/** `fr=Maroc`, several times. */
export const namesOption = z
  .array(z.string())
  .min(1)
  .transform((given, context) => {
    const names: Record<string, string> = {};
    for (const each of given) {
      const [, language, text] = /^([a-z]{2,3})=(.+)$/s.exec(each) ?? [];
      if (language === undefined || text === undefined) {
        context.addIssue({ code: "custom", message: `"${each}" is not a language and a text, such as fr=Maroc` });
        return z.NEVER;
      }
      names[language] = text;
    }
    return names;
  });

/** `a,b`. */
export const listOption = z.string().transform((text) => text.split(",").filter((each) => each !== ""));

/** `6,7`: days of the week by ISO 8601, Monday 1; an empty text for none. */
export const weekendOption = listOption.pipe(
  z.array(
    z
      .string()
      .regex(/^[1-7]$/, "not days from 1 to 7")
      .transform(Number),
  ),
);

/** `127.0.0.1:8400`, `[::1]:8400`. */
export const listenOption = z.string().transform((text, context) => {
  const [, inBrackets, plain, port] = /^(?:\[([0-9a-fA-F:]+)\]|([^\s:[\]]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = inBrackets ?? plain;
  if (host === undefined || Number(port) > 65_535) {
    context.addIssue({ code: "custom", message: "not a host and a port, such as 127.0.0.1:8400" });
    return z.NEVER;
  }
  return { host, port: Number(port) };
});

export const fileOption = z.string().min(1);
