import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** How much room there is in what an element stands in: known before the first paint, and told again when it changes. */
export const useRoomAround = (element: RefObject<HTMLElement | null>) => {
  const [room, setRoom] = useState({ width: 640, height: 480 });
  useLayoutEffect(() => {
    const around = element.current?.parentElement;
    if (!around) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = around;
      if (width > 0 && height > 0)
        setRoom((known) => (known.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(around);
    return () => observer.disconnect();
  }, [element]);
  return room;
};
