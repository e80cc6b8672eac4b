// The columns of a list of visitors and what they are called in the files of the four languages. The first group may
// stand in the register; the second is personal data and never does.

/** In the order in which they are written. */
export const openColumns = ["number", "function", "nationality", "clearance", "clearedUntil", "details"] as const;
export const personalColumns = ["familyName", "givenNames", "birthDate", "birthPlace", "passport", "employer"] as const;
export const columns = [...openColumns, ...personalColumns] as const;
export type Column = (typeof columns)[number];
export type PersonalColumn = (typeof personalColumns)[number];

/** Names of the columns, as the files of the four languages have them; compared without case, spaces and marks. */
const names: Readonly<Record<Column, readonly string[]>> = {
  number: ["number", "no", "numero", "n", "الرقم", "מספר"],
  function: ["function", "fonction", "rank", "position", "الوظيفة", "الصفة", "תפקיד"],
  nationality: ["nationality", "nationalite", "الجنسية", "אזרחות", "נתינות"],
  clearance: ["clearance", "clearancelevel", "habilitation", "التأهيل", "الترخيص", "סיווג", "סיווגביטחוני"],
  clearedUntil: ["cleareduntil", "clearanceuntil", "habilitationjusquau", "صالحإلى", "סיווגבתוקףעד"],
  details: ["details", "digest", "empreinte", "البصمة", "טביעתאצבע"],
  familyName: ["familyname", "surname", "lastname", "nom", "nomdefamille", "الاسمالعائلي", "שםמשפחה"],
  givenNames: ["givennames", "givenname", "firstname", "firstnames", "prenom", "prenoms", "الاسمالشخصي", "שםפרטי"],
  birthDate: ["birthdate", "dateofbirth", "datedenaissance", "تاريخالازدياد", "تاريخالميلاد", "תאריךלידה"],
  birthPlace: ["birthplace", "placeofbirth", "lieudenaissance", "مكانالازدياد", "مكانالميلاد", "מקוםלידה"],
  passport: ["passport", "passportno", "passeport", "جوازالسفر", "רقمالجواز", "דרכון", "מספרדרכון"],
  employer: ["employer", "employeur", "المشغل", "מעסיק"],
};

/** The column a file means by a name; undefined when it means none. */
export function columnOf(name: string): Column | undefined {
  const plain = plainName(name);
  return columns.find((column) => plainName(column) === plain || names[column].some((one) => plainName(one) === plain));
}

/** Letters and digits alone: no case, accent, vowel mark or hamza, no space or point. */
function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\p{P}\p{Z}\p{S}\s_]/gu, "")
    .toLowerCase();
}
