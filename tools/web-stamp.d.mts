export const webFolder: string;
export const stampFile: string;
export function wantedStamp(): string;
export function builtStamp(): string;
