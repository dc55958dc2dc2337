/** A rule's source, when there is no editor to open it in. */
import { useEffect, useRef } from 'preact/hooks';
import type { Rule } from '../parts.ts';
import type { Words } from './words.ts';

export function RuleDialog({ rule, words, onClose }: { rule: Rule; words: Words; onClose: () => void }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => element.current?.showModal(), []);
  return (
    <dialog ref={element} aria-labelledby="rule-title" onClose={onClose}>
      <div class="card-head">
        <h2 id="rule-title">{rule.name}</h2>
        <button type="button" class="quiet" onClick={() => element.current?.close()}>
          {words.close}
        </button>
      </div>
      <p class="muted">{rule.place}</p>
      {rule.source === null ? null : <pre>{rule.source}</pre>}
    </dialog>
  );
}
