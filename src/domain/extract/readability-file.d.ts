declare module "@mozilla/readability/Readability.js" {
  /** The class as the package's own types have it; what of its insides is used is said where it is used. */
  const Readability: new (document: Document, options: { charThreshold: number }) => object;
  export = Readability;
}
