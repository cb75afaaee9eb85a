/** The drawings of the install sheet: a screen of 120 by 96, with the one thing to tap in the leaf's colour. */
export type InstallPicture = "share" | "add" | "icon" | "menu";

/** Drawn without letters, so that it is right in every language; `label` is what it says to who cannot see it. */
export function InstallDrawing({ picture, label }: { picture: InstallPicture; label: string }) {
  return (
    <svg class="install-drawing" viewBox="0 0 120 96" role="img" aria-label={label}>
      <rect class="install-ground" x=".8" y=".8" width="118.4" height="94.4" rx="10" />
      {drawings[picture]}
    </svg>
  );
}

const shareSign = "M-4-3h-3v11H7V-3H4M0 3V-10M-4-6l4-4 4 4";

const drawings = {
  // The foot of a page, the address and the bar below it.
  share: (
    <>
      <path class="install-words" d="M14 16h70M14 26h84M14 36h52" />
      <path class="install-line" d="M1 50h118" />
      <rect class="install-words" x="12" y="57" width="96" height="13" rx="6.5" />
      <path class="install-words" d="m20 79-5 5 5 5M38 79l5 5-5 5M82 78h10v11l-5-3-5 3zM103 79h8v9h-8z" />
      <circle class="install-here" cx="60" cy="83" r="11.5" />
      <path class="install-sign" transform="translate(60 84) scale(.75)" d={shareSign} />
    </>
  ),
  // The list of the share button, scrolled to the line wanted.
  add: (
    <>
      <path class="install-words" d="M14 14h44M102 10v8h-8v-8zM14 34h52M102 30v8h-8v-8zM14 82h38M102 78v8h-8v-8z" />
      <path class="install-line" d="M8 24h104M8 72h104" />
      <rect class="install-here" x="7" y="46" width="106" height="24" rx="7" />
      <path class="install-sign" d="M15 58h58M92 51h14v14H92zM99 54.500v7M95.500 58h7" />
    </>
  ),
  // The home screen, with the leaf among its icons.
  icon: (
    <>
      <path
        class="install-words"
        d="M14 14h16v16H14zM40 14h16v16H40zM66 14h16v16H66zM92 14h16v16H92zM14 44h16v16H14zM40 44h16v16H40zM92 44h16v16H92z"
      />
      <rect class="install-words" x="8" y="74" width="104" height="16" rx="8" />
      <rect class="install-here" x="63" y="41" width="22" height="22" rx="6" />
      <path
        class="install-sign"
        d="M69 59c-.4-7 3.500-12.500 11.500-12.700.2 7.500-4 12-10.300 11M69 59c1.500-4 4-7 7.300-8.700"
      />
    </>
  ),
  // The menu at the top right of another app's window.
  menu: (
    <>
      <path class="install-words" d="m12 11-4 4 4 4M24 15h44" />
      <circle class="install-here" cx="104" cy="15" r="10" />
      <path class="install-sign" d="M98.500 15h1M103.500 15h1M108.500 15h1" />
      <path class="install-line" d="M1 30h118" />
      <rect class="install-panel" x="40" y="36" width="72" height="54" rx="7" />
      <path class="install-words" d="M50 46h36M50 80h28" />
      <rect class="install-here" x="44" y="54" width="64" height="17" rx="5" />
      <path class="install-sign" d="M50 62.500h34M98 59v7h-7v-4M94 58.500h4.500V63M98 59l-5 5" />
    </>
  ),
};
