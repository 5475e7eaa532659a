package demo;

import dev.rondo.AudioClip;
import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface SoundMisplaced {
  Mood mood(List<AudioClip> clips); // error at 29: [RONDO-347] "clips" is of type List<AudioClip>, but a sound is a sequence of its own. Make it a parameter of type AudioClip.
}

enum Mood { GOOD, BAD }
