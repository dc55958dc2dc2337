/** Navigation in the page: to a section or to a clause. */

const MARKED = 2_400;

/** The style sheet accounts for the sticky header (`scroll-margin`). */
export function goToSection(section: string): void {
  const title = document.getElementById(`title-${section}`);
  document.getElementById(`section-${section}`)?.scrollIntoView({ behavior: behavior(), block: 'start' });
  title?.focus({ preventScroll: true });
}

/** @returns false if nothing shows the clause */
export function reveal(clause: string): boolean {
  const shown = [...document.querySelectorAll('[data-clause]')].find(
    (element) => element.getAttribute('data-clause') === clause,
  );
  if (!(shown instanceof HTMLElement)) return false;
  shown.scrollIntoView({ behavior: behavior(), block: 'center' });
  const inside = shown.querySelector('button, [tabindex]');
  if (inside instanceof HTMLElement) inside.focus({ preventScroll: true });
  shown.classList.add('revealed');
  setTimeout(() => shown.classList.remove('revealed'), MARKED);
  return true;
}

function behavior(): ScrollBehavior {
  const still =
    matchMedia('(prefers-reduced-motion: reduce)').matches || document.body.classList.contains('vscode-reduce-motion');
  return still ? 'auto' : 'smooth';
}
