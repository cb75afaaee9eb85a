import { useEffect, useRef } from "preact/hooks";
import { type Asked, showWebPictures } from "./web-pictures.ts";

type WebPictures = {
  /** The reader wants to see them; a body that is about to be filled anew shows them then. */
  onShow: (asked: Asked, refilled: boolean) => void;
  onFilled: (body: HTMLElement) => void;
};

/** Pictures from the web for as long as an article is open, once its reader has asked for them. */
export function useWebPictures(): WebPictures {
  const state = useRef({
    asked: undefined as Asked | undefined,
    closing: new AbortController(),
    body: undefined as HTMLElement | undefined,
  });
  useEffect(() => () => state.current.closing.abort(), []);
  const show = () => {
    const { asked, body, closing } = state.current;
    if (asked && body) showWebPictures(body, asked, closing.signal);
  };
  return {
    onShow(asked, refilled) {
      state.current.asked = asked;
      if (!refilled) show();
    },
    onFilled(body) {
      state.current.body = body;
      show();
    },
  };
}
