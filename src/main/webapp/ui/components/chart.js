import { html, render, svg } from '../lib/lit-html.js';
import { count, niceCeiling, shortDay } from './format.js';
import { col, table } from './table.js';

const HEIGHT = 190;
const BOTTOM = 24;
const SERIES = ['created', 'updated', 'refused'];

/** Stacked columns, one a day; none where it is not known. */
class UsherChart extends HTMLElement {
	#days = [];
	#at = -1;
	#width = 0;
	#observer = new ResizeObserver(([entry]) => {
		this.#width = Math.round(entry.contentRect.width);
		this.#draw();
	});

	set days(days) {
		this.#days = days;
		this.#draw();
	}

	connectedCallback() {
		this.#observer.observe(this);
	}

	disconnectedCallback() {
		this.#observer.disconnect();
	}

	#point(at) {
		this.#at = Math.max(0, Math.min(this.#days.length - 1, at));
		this.#draw();
	}

	#key(event) {
		const last = this.#days.length - 1;
		const at = this.#at < 0 ? last : this.#at;
		const to = { ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1, Home: 0, End: last }[event.key];
		if (to === undefined) return;
		event.preventDefault();
		this.#point(to);
	}

	#draw() {
		if (!this.#width || !this.#days.length) return;
		const days = this.#days;
		const at = days[this.#at];
		const said = at ? sentence(at) : 'Point at a day, or use the arrow keys, for its numbers.';
		render(html`<div role="slider" tabindex="0" aria-label="Users a day" aria-valuemin="0" aria-valuemax=${days.length - 1}
				aria-valuenow=${this.#at < 0 ? days.length - 1 : this.#at} aria-valuetext=${at ? said : summary(days)}
				@keydown=${(event) => this.#key(event)} @mouseleave=${() => {
					this.#at = -1;
					this.#draw();
				}}>${columns(days, this.#at, this.#width, (index) => this.#point(index))}</div>
			<p class="readout">${said}</p>`, this);
	}
}
customElements.define('usher-chart', UsherChart);

const sentence = (day) => `${shortDay(day.day)}: ` + SERIES.map((name) => `${count(day[name])} ${name}`).join(', ');

const summary = (days) =>
	SERIES.map((name) => `${count(days.reduce((sum, day) => sum + day[name], 0))} ${name}`).join(', ') + ` in ${days.filter((day) => day.created !== null).length} days`;

function columns(days, at, width, point) {
	const most = niceCeiling(Math.max(...days.map((day) => SERIES.reduce((sum, name) => sum + day[name], 0))));
	const left = 12 + count(most).length * 7;
	const step = (width - left) / days.length;
	const plot = HEIGHT - BOTTOM;
	const y = (value) => 8 + (plot - 8) * (1 - value / most);
	const every = Math.ceil(66 / step);
	const line = (part) => svg`<line class="grid" x1=${left} x2=${width} y1=${y(part * most)} y2=${y(part * most)}></line>
		<text x=${left - 6} y=${y(part * most) + 4} text-anchor="end">${count(part * most)}</text>`;
	const column = (day, index) => {
		let below = 0;
		const x = left + index * step;
		const bars = SERIES.map((name, series) => {
			const base = below;
			below += day[name];
			return svg`<rect class="series-${series}" x=${x + step * 0.15} width=${step * 0.7} y=${y(below)} height=${y(base) - y(below)}></rect>`;
		});
		const label = (days.length - 1 - index) % every === 0 && x > left + 14
			? svg`<text x=${Math.min(x + step / 2, width - 18)} y=${HEIGHT - 6} text-anchor="middle">${shortDay(day.day)}</text>` : '';
		return svg`<g class=${index === at ? 'current' : ''} @mouseenter=${() => point(index)}>
			<rect class="hit" x=${x} y="0" width=${step} height=${plot}></rect>${bars}${label}</g>`;
	};
	return html`<svg class="chart" viewBox="0 0 ${width} ${HEIGHT}" height=${HEIGHT} aria-hidden="true">${[0, 0.5, 1].map(line)}${days.map(column)}</svg>`;
}

export const activityChart = (title, days) => html`<figure class="stack" aria-label=${title}>
	<div class="row between"><h2>${title}</h2>
		<ul class="legend">${SERIES.map((name, index) => html`<li><span class="key series-${index}"></span>${name}</li>`)}</ul></div>
	<usher-chart .days=${days}></usher-chart>
	<details><summary>Show as table</summary>${table(title, [
		col('Day', (day) => html`<b>${shortDay(day.day)}</b>`, 'bare'),
		...SERIES.map((name) => col(name, (day) => count(day[name]), 'end')),
	], [...days].reverse())}</details>
</figure>`;
