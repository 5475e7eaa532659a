package com.example.lombok;

import lombok.NonNull;
import lombok.Value;

/** Lombok reads a class that Rondo generates. */
@Value
public class Faces {
  @NonNull MoodModelPredictor model;

  /** Returns the face of a sentence. */
  public String of(String sentence) {
    return getModel().feel(sentence).getFace();
  }
}
