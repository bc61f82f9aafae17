import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './base/no-eval.ts';
import { App } from './app.tsx';
import './style.css';

const root = document.getElementById('root');
if (!root) throw new Error('Expected an element with the id “root” in index.html; there is none.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
