import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Home } from './home/home.tsx';
import './style.css';

const root = document.getElementById('root');
if (!root) throw new Error('Expected an element with the id “root” in index.html; there is none.');
createRoot(root).render(
  <StrictMode>
    <Home />
  </StrictMode>,
);
