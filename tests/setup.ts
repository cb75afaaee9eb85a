// Node has no reportError; a query that fails must fail its test instead of vanishing.
import "fake-indexeddb/auto";

globalThis.reportError = (error) => {
  throw error;
};
