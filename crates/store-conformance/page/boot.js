// Lists what failed. When the last message is there, the title says "passed 82" or "failed".
'use strict';

const problems = document.getElementById('problems');
let passed = 0;

const fail = (text) => {
  const item = document.createElement('li');
  item.textContent = text;
  problems.append(item);
};

const worker = new Worker('{{worker.js}}', { type: 'module' });
worker.addEventListener('error', (event) => {
  fail(`the worker stopped: ${event.message}`);
  document.title = 'failed';
});
worker.addEventListener('message', ({ data: [name, problem] }) => {
  if (problem !== null) fail(`${name}: ${problem}`);
  else if (name !== 'done') passed += 1;
  if (name === 'done') document.title = problems.children.length === 0 ? `passed ${passed}` : 'failed';
});
