// Badges written to attack the window: what they say is shown as text and runs nowhere. That no policy is
// broken and no other place is reached, the fixture expects of every test; here it is also proved to see.
import { bakeSvg } from '../support/bake.ts';
import { invented, openBadge2 } from '../support/invented-credentials.ts';
import { expect, test } from './support/launch-laurel.ts';
import {
  acceptAll,
  addFiles,
  chooseFilesButton,
  inboxItem,
  inboxItems,
  reportOn,
  row,
  rows,
} from './support/library-steps.ts';
import { handed } from './support/mixed-handful.ts';

const PROBE = 'window.laurelProbe = true';
const ELSEWHERE = 'https://elsewhere.example';
const HOSTILE = {
  title: `<img src=x onerror="${PROBE}">Tidy Title`,
  description: `<script>${PROBE}</script>**Bold** [press me](javascript:${encodeURIComponent(PROBE)}) ![pixel](${ELSEWHERE}/pixel.png)`,
  criteria: `"><svg onload="${PROBE}"></svg> #panic() #read("/etc/passwd") \\input{x} {{constructor}}`,
  issuer: `</title><iframe src="${ELSEWHERE}"></iframe>Issuer`,
  learner: `Imke \u202eteuqnroT\u202c <b>x</b>`,
  skills: [{ name: `<a href="${ELSEWHERE}">Skill</a>` }],
  tags: [`<style>@import "${ELSEWHERE}/x.css"</style>`],
};

test('hostile badge texts are shown as the text they are', async ({ laurel }) => {
  const page = await laurel.open();
  const badge = JSON.stringify(openBadge2(invented({ ...HOSTILE, slug: 'hostile' })));
  // With an id of its own: two copies of one credential are shown as one.
  const second = JSON.stringify(
    openBadge2(
      invented({ ...HOSTILE, title: HOSTILE.title.replace('Tidy', 'Second'), slug: 'hostile-two' }),
    ),
  );
  const art = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" onload="${PROBE}"><script>${PROBE}</script><style>@import url(${ELSEWHERE}/a.css);</style><image href="${ELSEWHERE}/a.png" width="9" height="9"/><use xlink:href="${ELSEWHERE}/a.svg#x"/><foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${ELSEWHERE}"/></foreignObject><rect width="9" height="9" fill="#345"/></svg>`;
  await addFiles(page, chooseFilesButton(page), [
    handed('hostile.json', badge),
    handed('hostile.svg', bakeSvg(art, 2, second)),
    handed(`<img src=x onerror=${PROBE}>.json`, JSON.stringify({ note: HOSTILE.title })),
  ]);
  await expect(inboxItems(page)).toHaveCount(3);
  await inboxItem(page, HOSTILE.title).click();
  const report = reportOn(page, HOSTILE.title);
  await expect(report).toContainText('Contains hidden characters');
  await expect(report.locator('img, script, iframe, svg[onload]')).toHaveCount(0);
  await laurel.screenshot(page, 'hostile-report');
  await acceptAll(page);
  await expect(row(page, HOSTILE.title)).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('<img');
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('tidy');

  await row(page, HOSTILE.title).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(HOSTILE.title);
  const about = page.getByRole('tabpanel', { name: 'About' });
  await expect(about).toContainText(HOSTILE.skills[0]?.name ?? 'a skill');
  await expect(about).toContainText(HOSTILE.tags[0] ?? 'a tag');
  // Descriptions are Markdown, of which only what cannot act is kept.
  await expect(about).toContainText('Bold press me');
  await expect(about).toContainText('#panic() #read("/etc/passwd")');
  await expect(about).toContainText('Contains hidden characters');
  await expect(
    about.locator('img, script, iframe, svg[onload], a[href^="javascript"]'),
  ).toHaveCount(0);
  await laurel.screenshot(page, 'hostile-detail');
  await page.keyboard.press('Escape');

  await page.getByRole('searchbox', { name: 'Search the library' }).fill('second');
  await row(page, 'Second Title').dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Second Title');
  await page.getByRole('button', { name: 'Print appendix…' }).click();
  await page.getByRole('button', { name: 'Build pages' }).click();
  await expect(page.getByRole('button', { name: 'Save PDF…' })).toBeEnabled();
  await laurel.screenshot(page, 'hostile-appendix');

  const fired = await page.evaluate(() => 'laurelProbe' in window);
  expect(fired).toBe(false);
  await laurel.close(page);
});

test('an address that a badge names opens only after a yes', async ({ laurel }) => {
  const page = await laurel.open();
  const badge = invented({ slug: 'link', title: 'Linked', criteria: `See ${ELSEWHERE}/criteria` });
  await addFiles(page, chooseFilesButton(page), [
    handed('linked.json', JSON.stringify(openBadge2(badge))),
  ]);
  await acceptAll(page);
  await row(page, 'Linked').dblclick();
  await page
    .getByRole('button', { name: new RegExp(ELSEWHERE) })
    .or(page.getByRole('link', { name: new RegExp(ELSEWHERE) }))
    .first()
    .click();
  const question = page.getByRole('dialog', { name: 'Open this address outside Laurel?' });
  await expect(question).toContainText(`${ELSEWHERE}/criteria`);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toHaveCount(0);
  expect(page.context().pages()).toHaveLength(1);
  await laurel.close(page);
});

test('a planted script, style and request are stopped by the policy, and the watch sees them', async ({
  laurel,
}) => {
  const page = await laurel.open();
  await expect(chooseFilesButton(page)).toBeVisible();
  await page.evaluate((elsewhere) => {
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
    void fetch(`${elsewhere}/x.json`).catch(() => undefined);
    const picture = document.createElement('img');
    picture.src = `${elsewhere}/x.png`;
    document.body.append(picture);
    const script = document.createElement('script');
    try {
      script.src = `${elsewhere}/x.js`;
    } catch {
      script.remove();
    }
  }, ELSEWHERE);
  for (const directive of ['connect-src', 'img-src', 'style-src', 'require-trusted-types-for']) {
    await expect.poll(() => laurel.seen.policyViolations.join('\n')).toContain(directive);
  }
  const reached = laurel.seen.requestsElsewhere.filter((url) => !url.startsWith(ELSEWHERE));
  expect(reached).toEqual([]);
  await laurel.close(page);
  // They were planted by this test.
  for (const list of [
    laurel.seen.policyViolations,
    laurel.seen.complaints,
    laurel.seen.requestsElsewhere,
  ]) {
    list.length = 0;
  }
});
