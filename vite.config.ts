import { readFileSync } from "node:fs";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { leanReadability } from "./scripts/lean-readability.ts";
import { licencesModule } from "./scripts/licences.ts";
import { pseudoWords } from "./scripts/pseudo-words.ts";
import { tellChanges } from "./scripts/tell-changes.ts";
import { webManifest } from "./scripts/web-manifest.ts";

const version: string = process.env.LIUYE_VERSION ?? JSON.parse(readFileSync("package.json", "utf8")).version;

/** What the built page may do: run its own files and nothing else; no address outside it is ever asked for anything. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self' https: http:", // pages the reader asks for by address; from https, browsers refuse http by themselves
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'self'", // picture.html alone, in a sandbox: pictures from elsewhere are never drawn in this page
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types liuye-parse liuye-worker liuye-search liuye-unpack dompurify",
].join("; ");

/** Puts the policy first in the head of the built page; the development server needs inline scripts and goes without. */
function policyInHead(): Plugin {
  return {
    name: "liuye-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** What every screen stands on: with Dexie in one file, where five small ones would each cost a request. */
const base =
  /node_modules\/dexie|library\/(?:database|articles|canary|edited|migrations|mirror-facts|rows|shelf-table|write)\.ts|domain\/(?:errors|facts|sift|whole|text\/count)\.ts|i18n\/(?:messages|format)\.ts/;

/** What lists need once they are drawn, and sheets of any screen with it; what draws the lists is named here as what is not. */
const listTools =
  /ui\/shelf\/(?!article-|list-(?:places|state)|row-heights|shelf-screen|sifted|use-(?:cards|row-window))|ui\/(?:deeds|rail-lists|use-live)|ui\/components\/(?:segments|sheet)|library\/(?:article-notes|counts|lists|remake-facts|tags|trash|thumbnails|written)\.ts|domain\/tag\.ts/;

/** A thread's file is called by its folder: all of them are `worker.ts` at home. */
function threadName(entry: string | null): string {
  return `assets/${entry?.split("/").at(-2) ?? "some"}-thread-[hash].js`;
}

export default defineConfig({
  base: "./", // any folder of any static host
  define: { __VERSION__: JSON.stringify(version) },
  // Dexie as it is written for browsers of today; its front door leads to one for those of ten years ago.
  resolve: { alias: [{ find: /^dexie$/, replacement: "dexie/dist/modern/dexie.mjs" }] },
  build: {
    outDir: process.env.LIUYE_OUT ?? "dist",
    target: ["chrome125", "firefox140", "safari18.4"],
    manifest: true, // scripts/weigh.mjs reads it
    rollupOptions: {
      // Apart from everything else, so that its weight can be seen and others can be without it.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "site-rules", test: /domain\/extract\/rules\// },
            { name: "whole-texts", test: /domain\/extract\/(?:extract-text|extract-whole|join-lines)\.ts/ },
            { name: "extraction", test: /domain\/extract\/(?!rules\/)|@mozilla\/readability/ },
            // What every page needs, in one piece: small files hardly shrink. With it the styles that begin the order of layers.
            {
              name: "base",
              test: /node_modules\/(?:preact|@preact|dexie)\/|vite\/preload-helper|domain\/errors|library\/(?:database|migrations|mirror-facts|by-key|write|live)|domain\/(?:facts|whole|sound)\.|components\/sheet\.|ui\/styles\//,
            },
            // Each would be several small files, and the service worker carries a line for every file.
            {
              name: "anchors",
              test: /domain\/anchor\/|domain\/highlight|library\/(?:anchored|highlights|article-notes|noted|versions|body-hash|pictures|spare)\.|domain\/(?:sha256|version)\./,
            },
            {
              name: "reading",
              test: /ui\/reader\/(?:aids\/(?:aid|aid-preferences|aid-icon|keep-awake)|place\/(?:shown-text|reading-place|convert-script)|hits\/hit-bar)\./,
            },
            { name: "words", test: /domain\/text\/(?:fold|characters|document-numbers|language|shown-map)\./ },
            {
              name: "keeping",
              test: /capture\/(?:page|ask-web|fetch-pictures|keep-pictures|originals|awaited|formats\/html-page)\./,
            },
            {
              name: "marks",
              test: /ui\/reader\/(?:marks\/(?:marks\.|mark-(?:deeds|list|sheet|signs)|selection-|article-note)|voice\/selection-)|components\/(?:swatches|note-field)/,
            },
            {
              name: "backups",
              test: /ui\/me\/(?:backup-(?!row)|restore-|folder-field|hand-over|last-restore)|export\/backup\/|domain\/backup\/|library\/(?:backup-slices|restore-|settings)/,
            },
            { name: "backup-line", test: /ui\/backup-|library\/backup-(?:record|folder)/ },
            { name: "database", test: base },
            // All that is done in lists comes as one, a moment after the first cards.
            { name: "lists", test: listTools },
            // How Liuye is installed and updated: seldom wanted, and then together.
            {
              name: "install",
              test: /ui\/(?:install-|changes-sheet|update-line)|pwa\/(?:changes|install-way|this-device)\./,
            },
            { name: "watch-worker", test: /pwa\/watch-worker\.|node_modules\/workbox-window/ },
            // What may lie over any page is watched for from the start, and comes as one too.
            { name: "notices", test: /ui\/add\/(?:add-notice|add-report|adding|bookmarklet-kept|drop-target|shared-)/ },
          ],
        },
      },
    },
    modulePreload: { polyfill: false }, // an inline script the policy would refuse
    assetsInlineLimit: 0,
  },
  worker: {
    format: "es",
    rollupOptions: { output: { entryFileNames: ({ facadeModuleId }) => threadName(facadeModuleId) } },
  },
  plugins: [
    leanReadability(),
    pseudoWords(),
    licencesModule(),
    preact(),
    policyInHead(),
    tellChanges(),
    VitePWA({
      strategies: "injectManifest",
      registerType: "prompt",
      injectRegister: false,
      srcDir: "src/pwa",
      filename: "service-worker.ts",
      injectManifest: { globPatterns: ["**/*.{js,css,html,svg}", "changes.json"], rollupFormat: "iife" },
      manifest: webManifest,
    }),
  ],
});
