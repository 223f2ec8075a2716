import { describe, expect, it } from "vitest";
import { inCase } from "../../src/link/property-names.js";

describe("a name in camelCase", () => {
  it.each([
    ["ID", "id"],
    ["TenantID", "tenantId"],
    ["TenantIDs", "tenantIds"],
    ["URLs", "urls"],
    ["URL", "url"],
    ["URLPath", "urlPath"],
    ["HTTPStatuses", "httpStatuses"],
    ["DNSConfig", "dnsConfig"],
    ["ActiveAt", "activeAt"],
    ["OAuth2Config", "oAuth2Config"],
    ["IsPrivate", "isPrivate"],
    ["Sha256Sum", "sha256Sum"],
    ["X", "x"],
    ["already", "already"],
    ["snake_case_name", "snakeCaseName"],
    ["kebab-case", "kebabCase"],
    ["$", "$"],
    ["", ""],
    ["ÜberSchrift", "überSchrift"],
  ])("%s is %s", (name, expected) => {
    expect(inCase(name, "camelCase")).toBe(expected);
  });
});

describe("a name in snake_case", () => {
  it.each([
    ["createdAt", "created_at"],
    ["TenantIDs", "tenant_ids"],
    ["snake_case", "snake_case"],
  ])("%s is %s", (name, expected) => {
    expect(inCase(name, "snake_case")).toBe(expected);
  });
});

it("stays as documented where no case is asked for", () => {
  expect(inCase("TenantID", "documented")).toBe("TenantID");
});
