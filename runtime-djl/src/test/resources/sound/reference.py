"""Writes reference.txt: features of a made-up sound, from the equations in float64.

Nothing of it is shared with the code in Java: transforms are products with the matrix of the discrete
Fourier transform, bands and resampling are written as torchaudio documents them (MelSpectrogram with
pad_mode="constant", mel_scale="htk", norm=None; MFCC with log_mels=True and norm="ortho"; resample with
sinc_interp_hann, lowpass_filter_width 6 and rolloff 0.99).

  python3 reference.py > reference.txt
"""
import numpy as np


def sound(rate, samples):
  state, noise = 12345, np.zeros(samples)
  for n in range(samples):
    state = (state * 1103515245 + 12345) % 2**31
    noise[n] = state / 2**31 - 0.5
  n = np.arange(samples)
  x = 0.4 * np.sin(2 * np.pi * 440 * n / rate)
  x += 0.3 * n / samples * np.sin(2 * np.pi * 1320 * n / rate + 1)
  return (x + 0.1 * noise).astype(np.float32).astype(np.float64)


def logmel(x, rate, bands, window, hop, lowest, highest, emphasis, coefficients):
  if emphasis:
    x = np.concatenate([x[:1], (x[1:] - emphasis * x[:-1])])
  length, step = round(window * rate), round(hop * rate)
  size = 2 ** int(np.ceil(np.log2(length)))
  hann = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(length) / length)
  left = (size - length) // 2
  hann = np.pad(hann, (left, size - length - left))
  padded = np.pad(x, size // 2)
  frames = np.stack([padded[t * step : t * step + size] for t in range(1 + len(x) // step)])
  k = np.arange(size // 2 + 1)
  dft = np.exp(-2j * np.pi * np.outer(np.arange(size), k) / size)
  power = np.abs((frames * hann) @ dft) ** 2
  highest = highest or rate / 2
  mel = lambda f: 2595 * np.log10(1 + f / 700)
  points = np.linspace(mel(lowest), mel(highest), bands + 2)
  points = 700 * (10 ** (points / 2595) - 1)
  frequencies = np.linspace(0, rate / 2, size // 2 + 1)
  slopes = points[None, :] - frequencies[:, None]
  down = -slopes[:, :-2] / np.diff(points)[:-1]
  up = slopes[:, 2:] / np.diff(points)[1:]
  filters = np.maximum(0, np.minimum(down, up))
  log = np.log(power @ filters + 1e-6)
  if not coefficients:
    return log
  b = np.arange(bands)
  dct = np.cos(np.pi / bands * np.outer(b + 0.5, np.arange(coefficients))) * np.sqrt(2 / bands)
  dct[:, 0] /= np.sqrt(2)
  return log @ dct


def resample(x, source, target):
  g = np.gcd(source, target)
  source, target = source // g, target // g
  base = min(source, target) * 0.99
  width = int(np.ceil(6 * source / base))
  at = np.arange(-width, width + source)[None, :] / source
  t = (np.arange(0, -target, -1)[:, None] / target + at) * base
  t = np.clip(t, -6, 6)
  window = np.cos(t * np.pi / 6 / 2) ** 2
  kernel = np.sinc(t) * window * base / source
  padded = np.pad(x, (width, width + source))
  blocks = (len(padded) - kernel.shape[1]) // source + 1
  out = np.stack([kernel @ padded[j * source : j * source + kernel.shape[1]] for j in range(blocks)])
  return out.reshape(-1)[: int(np.ceil(target * len(x) / source))]


def show(head, values):
  print(head)
  print(" ".join(f"{value:.7g}" for value in np.ravel(values)))


FEATURES = [
    (8000, 1600, 20, 0.025, 0.01, 0, 0, 0, 0),
    (16000, 1601, 80, 0.025, 0.01, 0, 0, 0, 0),
    (16000, 1500, 40, 0.032, 0.008, 64, 7600, 0.97, 13),
    (22050, 100, 10, 0.02, 0.01, 100, 4000, 0.5, 0),
]
for settings in FEATURES:
  rate, samples = settings[:2]
  show("features " + " ".join(map(str, settings)), logmel(sound(rate, samples), rate, *settings[2:]))
for source, target, samples in [(8000, 16000, 120), (44100, 16000, 500), (16000, 8000, 250), (11025, 8000, 300)]:
  show(f"resample {source} {target} {samples}", resample(sound(source, samples), source, target))
