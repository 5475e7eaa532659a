package demo;

import dev.rondo.AudioClip;
import dev.rondo.SequenceModel;
import dev.rondo.data.Audio;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;

@SequenceModel
@Dense
interface AudioValuesOutOfRange {
  Mood mood(
      @Audio(rate = 10) // error at 21: [RONDO-346] @Audio on "slow" has rate = 10, but a rate must be 1,000 to 768,000 samples a second. Change it.
      @GRU(units = 4)
      AudioClip slow,
      @Audio(rate = 8000, bands = 0) // error at 35: [RONDO-346] @Audio on "none" has bands = 0, but there must be 1 to 1,000 bands. Change it.
      @Pool(Pooling.LAST)
      AudioClip none,
      @Audio(rate = 8000, window = 10) // error at 36: [RONDO-346] @Audio on "wide" has window = 10.0, but a window must have 2 to 65,536 samples, which at 8000 a second are 2.5E-4 to 8.192 s. Change it.
      @Pool(Pooling.LAST)
      AudioClip wide,
      @Audio(hop = 0) // error at 20: [RONDO-346] @Audio on "still" has hop = 0.0, but a hop must have at least 1 sample and at most 10 seconds. Change it.
      @Pool(Pooling.LAST)
      AudioClip still,
      @Audio(rate = 8000, bands = 40, lowest = 5000) // error at 48: [RONDO-346] @Audio on "high" has lowest = 5000.0, but at this rate frequencies are heard below 4000.0 Hz. Change it.
      @Pool(Pooling.LAST)
      AudioClip high,
      @Audio(rate = 8000, bands = 40, highest = 4001) // error at 49: [RONDO-346] @Audio on "higher" has highest = 4001.0, but it must be above lowest = 0.0 and, at this rate, at most 4000.0 Hz. Change it.
      @Pool(Pooling.LAST)
      AudioClip higher,
      @Audio(preEmphasis = 1) // error at 28: [RONDO-346] @Audio on "sharp" has preEmphasis = 1.0, but it must be at least 0 and below 1. Change it.
      @Pool(Pooling.LAST)
      AudioClip sharp,
      @Audio(rate = 8000, bands = 12, coefficients = 13) // error at 54: [RONDO-346] @Audio on "many" has coefficients = 13, but there are 12 bands to make them of. Change it.
      @Pool(Pooling.LAST)
      AudioClip many,
      @Audio(rate = 8000, bands = 128) // error at 35: [RONDO-346] @Audio on "narrow" has bands = 128, but band 0, from 0 to 21 Hz, is narrower than the 31 Hz that a window tells apart. Write fewer bands, or a longer window.
      @Pool(Pooling.LAST)
      AudioClip narrow);
}

enum Mood { GOOD, BAD }
