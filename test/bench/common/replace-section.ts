/** Puts text between `<!-- NAME -->` and `<!-- /NAME -->`; throws an `Error` where these do not stand in the document. */
export function replaceSection(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`Missing ${begin} … ${end} in the README of the benchmarks`);
  return `${document.slice(0, from)}${begin}\n\n${text}\n\n${document.slice(to)}`;
}
