package dev.rondo.samples.video;

import java.awt.image.BufferedImage;
import java.util.List;

/** The pictures of a clip, and the name of its class. */
record Clip(List<BufferedImage> frames, String motion) {
  ClipModelExample example() {
    return new ClipModelExample(frames, motion);
  }

  UnorderedModelExample unordered() {
    return new UnorderedModelExample(frames, motion);
  }
}
