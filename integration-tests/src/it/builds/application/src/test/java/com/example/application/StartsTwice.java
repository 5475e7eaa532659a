package com.example.application;

import com.example.library.Tone;
import com.example.library.ToneModelExample;
import com.example.library.ToneModelPredictor;
import com.example.library.ToneModelTrainer;
import java.util.List;

/** An application that goes on when PyTorch cannot be started, and mends the cause. */
final class StartsTwice {
  private StartsTwice() {}

  /** The argument is a folder that the libraries can be unpacked to. */
  public static void main(String[] arguments) {
    System.out.println("first: " + train());
    System.setProperty("DJL_CACHE_DIR", arguments[0]);
    System.out.println("then: " + train());
  }

  private static String train() {
    try (ToneModelPredictor model =
        ToneModelTrainer.create()
            .epochs(1)
            .fit(List.of(new ToneModelExample("give me that", Tone.RUDE)))) {
      return "trained";
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
  }
}
