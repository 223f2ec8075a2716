export { compile, type OnProgress, type Output, type OutputFile, type SourcePage } from "./compile.js";
export { type Config, defineConfig } from "./config.js";
export type { Finding, Message, Related, Report, Severities } from "./diagnostics/report.js";
export { type Rule, type RuleId, type RuleScope, rules, type Severity } from "./diagnostics/rules.js";
export type { NotationReason } from "./dialects/choose-notation.js";
export type { Dialect, PageVerdict } from "./dialects/dialect.js";
export { dialects } from "./dialects/index.js";
export type { PageReading, SkippedPage } from "./dialects/read-pages.js";
export type { Block, Page, Row, Section, SourceText } from "./markdown/page.js";
export { parsePage } from "./markdown/parse-page.js";
export type { ExampleEntry, ExampleValue } from "./model/example.js";
export type { Fact, Origin, Source } from "./model/fact.js";
export type { JsonValue } from "./model/json-value.js";
export type { Link } from "./model/link.js";
export type {
  AliasModel,
  Discriminator,
  EnumModel,
  EnumValue,
  Field,
  Model,
  ModelId,
  Nullability,
  ObjectModel,
  Presence,
  UnionMember,
  UnionModel,
} from "./model/model.js";
export type { Place, Point } from "./model/place.js";
export type { ModelName, Schema } from "./model/schema.js";
export type { LiteralValue, PlatformName, PrimitiveName, Type } from "./model/type.js";
export { notations } from "./notation/index.js";
export type { Notation, NotationError, NotationEvidence, NotationMarks, NotationResult } from "./notation/notation.js";
export type { External, Options, PropertyCase } from "./options.js";
export type {
  Confidence,
  Override,
  OverridesFile,
  WrittenAt,
  WrittenOverride,
} from "./overrides/override.js";
export { type ParsedOverrides, parseOverrides } from "./overrides/parse-overrides.js";
export { printOverrides } from "./overrides/print-overrides.js";
