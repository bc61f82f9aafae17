/** Opens the print dialogue with a page of this server in it, without leaving this one. */
export const printPage = (path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    frame.title = 'What is being printed';
    // Not `display: none`: what is not laid out is not printed. Out of sight, and out of the way of keys and readers.
    frame.className = 'pointer-events-none fixed size-px opacity-0';
    frame.tabIndex = -1;
    frame.ariaHidden = 'true';
    frame.addEventListener('load', () => {
      const page = frame.contentWindow;
      if (!page) return reject(new Error('The page to print could not be opened.'));
      page.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
      page.print();
      resolve();
    });
    frame.src = path;
    document.body.append(frame);
  });
