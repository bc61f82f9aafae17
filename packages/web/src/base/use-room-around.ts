import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** How much room there is in what an element stands in, told again when that changes. */
export const useRoomAround = (element: RefObject<HTMLElement | null>) => {
  const [room, setRoom] = useState({ width: 640, height: 480 });
  useEffect(() => {
    const around = element.current?.parentElement;
    if (!around) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = around;
      if (width > 0 && height > 0) setRoom({ width, height });
    });
    observer.observe(around);
    return () => observer.disconnect();
  }, [element]);
  return room;
};
