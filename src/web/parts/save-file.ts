// Gives the reader a file, made in the page.

export function saveFile(name: string, content: string | Uint8Array): void {
  const address = URL.createObjectURL(
    new Blob([typeof content === "string" ? content : content.slice()], { type: "application/octet-stream" }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken its own hold of the content by then.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
