import "./segments.css";

type SegmentsProps<T extends string> = {
  label: string;
  options: readonly T[];
  words: Record<T, string>;
  chosen: T;
  onChoose: (option: T) => void;
  /** How an option itself looks, where its look is its meaning (a face in its face). */
  classOf?: (option: T) => string;
};

/** One choice of a few, side by side: a group of radio buttons to every assistive tool and the arrow keys. */
export function Segments<T extends string>({ label, options, words, chosen, onChoose, classOf }: SegmentsProps<T>) {
  return (
    <fieldset class="segments">
      <legend>{label}</legend>
      <div class="segments-row">
        {options.map((option) => (
          <label key={option} class={classOf?.(option)}>
            <input
              type="radio"
              name={label}
              value={option}
              checked={option === chosen}
              onChange={() => onChoose(option)}
            />
            <span>{words[option]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
