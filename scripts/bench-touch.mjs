// Touches for benchmarks, as a screen would tell of them.

const beat = 16; // milliseconds between two touches

/** Where a thumb begins and ends on the glass of a phone, in CSS pixels. */
const glass = { x: 195, high: 120, low: 720 };

/**
 * A thumb that drags the page along again and again, some pixels in all at so many a second; below zero it goes on. With
 * real touches: `Input.synthesizeScrollGesture` moves nothing at all when its source is touch.
 */
export async function drag(page, devtools, distance, speed) {
  const { x, high, low } = glass;
  const step = (Math.sign(distance) * speed * beat) / 1000;
  const touch = (type, ...touchPoints) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
  for (let left = Math.abs(distance); left > 0; ) {
    let y = distance < 0 ? low : high;
    await touch("touchStart", { x, y });
    for (; left > 0 && y >= high && y <= low; left -= Math.abs(step)) {
      y += step;
      const told = touch("touchMove", { x, y });
      await page.waitForTimeout(beat); // a slow page does not slow the thumb
      await told;
    }
    await touch("touchEnd");
  }
}
