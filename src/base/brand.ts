// Names that matter have their own types, and only their parser can make one: a plain string is never an act's id.

declare const brand: unique symbol;

/** `T` seen as the domain name `B`. Made only by the parser that stands beside the type's declaration. */
export type Brand<T, B extends string> = T & { readonly [brand]: B };
