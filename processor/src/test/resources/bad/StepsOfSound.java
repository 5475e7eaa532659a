package demo;

import dev.rondo.AudioClip;
import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface StepsOfSound {
  List<Mood> moods(AudioClip call); // error at 14: [RONDO-331] "moods" returns List<Mood>, an answer for each step, but "call" is a sound, whose windows are cut inside, so that nobody could tell which answer is of which. Answer once, or transcribe it by @Ctc.
}

enum Mood { GOOD, BAD }
