package dev.rondo.samples.video;

import dev.rondo.samples.common.SampleFailure;
import dev.rondo.samples.corpora.motion.Motion;
import dev.rondo.samples.corpora.motion.MovingShapes;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Clips to train on, to choose the best epoch by, and to test on.
 *
 * @param source where they come from, for messages
 */
record Clips(String source, List<Clip> train, List<Clip> dev, List<Clip> test) {
  private static final int TRAIN = 2_400;
  private static final int DEV = 240;
  private static final int TEST = 480;
  private static final List<Motion> PLAYED_FORWARDS =
      List.of(Motion.RIGHT, Motion.DOWN, Motion.CLOCKWISE, Motion.GROWING);

  /** Returns simulated clips; the seed decides all of them. */
  static Clips simulated(long seed) {
    Random seeds = new Random(seed);
    return new Clips(
        "simulated clips",
        simulated(seeds.nextLong(), TRAIN),
        simulated(seeds.nextLong(), DEV),
        simulated(seeds.nextLong(), TEST));
  }

  /** Each clip is there forwards and backwards: of the same pictures. */
  private static List<Clip> simulated(long seed, int count) {
    MovingShapes shapes = new MovingShapes(seed);
    List<Clip> clips = new ArrayList<>();
    while (clips.size() < count) {
      for (Motion motion : PLAYED_FORWARDS) {
        List<BufferedImage> frames = shapes.clip(motion);
        clips.add(new Clip(List.copyOf(frames), motion.toString()));
        Collections.reverse(frames);
        clips.add(new Clip(List.copyOf(frames), motion.backwards().toString()));
      }
    }
    return clips;
  }

  /**
   * Reads a folder of classes: of each a tenth is for the choice of the epoch, a fifth for the
   * test.
   *
   * @param seed picks these
   */
  static Clips read(Path folder, long seed) {
    List<Clip> clips = new ArrayList<>();
    for (ClipModelExample example : ClipModelExample.read(folder)) {
      clips.add(new Clip(example.frames(), example.expected()));
    }
    Collections.shuffle(clips, new Random(seed));
    Map<String, Integer> seen = new TreeMap<>();
    Clips split =
        new Clips("clips of " + folder, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Clip clip : clips) {
      switch (seen.merge(clip.motion(), 1, Integer::sum) % 10) {
        case 3 -> split.dev.add(clip);
        case 4, 8 -> split.test.add(clip);
        default -> split.train.add(clip);
      }
    }
    if (seen.size() < 2) {
      throw SampleFailure.of(
          "--data: \"%s\" has clips of one class, \"%s\", expected at least two"
              .formatted(folder, seen.keySet().iterator().next()));
    }
    if (split.test.isEmpty()) {
      throw SampleFailure.of(
          "--data: \"%s\" has %s clips, expected at least 4 of a class, to test on one of them"
              .formatted(folder, clips.size()));
    }
    return split;
  }
}
