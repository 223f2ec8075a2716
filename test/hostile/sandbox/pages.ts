/** A page of a model with one field. */
export function pageOf(name: string, type = "*string*", description = "One"): string {
  const rows = ["| Field | Type | Required | Description |", "| --- | --- | --- | --- |"];
  return [
    `# ${name}`,
    "",
    "## Fields",
    "",
    ...rows,
    `| \`a\` | ${type} | :heavy_check_mark: | ${description} |`,
    "",
  ].join("\n");
}
