import { badge, count, hint, html } from '../kit.js';

export const mailHealth = (ctx, settings) => settings.show(({ leaves, reason, counts }) => html`
	<div class="row">${leaves ? badge('Leaves', 'good') : badge('Waits', 'warning')}${counts.dead ? badge(`${count(counts.dead)} given up`, 'bad') : ''}
		<span class="hint">${count(counts.waiting)} waiting</span></div>
	${leaves ? '' : hint(reason)}
	<div><a href=${ctx.link('mail')}>Mail</a></div>`);
