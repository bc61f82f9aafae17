import { useEffect, useRef, useState } from 'react';
import { levelOf, troubleOf } from './equipment.ts';
import type { MicrophoneTrouble } from './equipment.ts';

export type Device = { readonly id: string; readonly name: string };
export type Microphone =
  | { readonly state: 'off' | 'asking' }
  | { readonly state: 'refused'; readonly trouble: MicrophoneTrouble }
  | { readonly state: 'on'; readonly devices: readonly Device[]; readonly device: string };

/** Listens while it is asked to. Samples become a level and are gone; nothing is kept and nothing leaves the page. */
export const useMicrophone = () => {
  const [microphone, setMicrophone] = useState<Microphone>({ state: 'off' });
  const [level, setLevel] = useState(0);
  const release = useRef(() => {});
  useEffect(() => () => release.current(), []);

  const listen = async (device?: string) => {
    release.current();
    if (!('mediaDevices' in navigator)) return setMicrophone({ state: 'refused', trouble: 'unsupported' });
    // While another device is opened the list of them stays where it is.
    setMicrophone((now) => (device === undefined ? { state: 'asking' } : now));
    try {
      const wanted = device === undefined ? true : { deviceId: { exact: device } };
      const stream = await navigator.mediaDevices.getUserMedia({ audio: wanted });
      const stopMeter = meter(stream, setLevel);
      release.current = () => {
        stopMeter();
        for (const track of stream.getTracks()) track.stop();
        release.current = () => {};
      };
      const used = stream.getAudioTracks()[0]?.getSettings().deviceId ?? '';
      setMicrophone({ state: 'on', devices: await devicesHere(), device: used });
    } catch (reason) {
      setLevel(0);
      setMicrophone({ state: 'refused', trouble: troubleOf(reason instanceof Error ? reason.name : '') });
    }
  };
  const stop = () => {
    release.current();
    setLevel(0);
    setMicrophone({ state: 'off' });
  };
  return { microphone, level, listen, stop };
};

const devicesHere = async (): Promise<readonly Device[]> =>
  (await navigator.mediaDevices.enumerateDevices())
    .filter(({ kind }) => kind === 'audioinput')
    .map(({ deviceId, label }, index) => ({ id: deviceId, name: label || `Microphone ${index + 1}` }));

const EVERY_MS = 60;

const meter = (stream: MediaStream, tell: (level: number) => void): (() => void) => {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    tell(levelOf(samples));
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    void context.close();
  };
};
