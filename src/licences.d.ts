declare module "virtual:licences" {
  /** What ships with the app, by name; made by the build (scripts/licences.ts). */
  export const licences: readonly { name: string; version: string; licence: string; text: string }[];
}
