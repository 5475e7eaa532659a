package dev.rondo.processor.check.type;

import dev.rondo.data.Audio;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.graph.build.Use;
import java.util.Optional;

/** A sound is an input of its own, and what {@code @Audio} says of it can be heard. */
public final class AudioRule extends PartRule {
  private static final int LOWEST_RATE = 1_000;
  private static final int HIGHEST_RATE = 768_000;
  private static final int MOST_BANDS = 1_000;
  private static final int LONGEST_WINDOW = 1 << 16;
  private static final double LONGEST_HOP = 10;

  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    boolean sound = Types.innermost(part.type()) instanceof DeclaredType.Sound;
    boolean whole = part.role() == Role.INPUT && part.type() instanceof DeclaredType.Sound;
    if (sound && part.role().isInput() && !whole) {
      errors.error(
          Code.SOUND_MISPLACED,
          part.origin(),
          "%s is of type %s, but a sound is a sequence of its own. Make it a parameter of type AudioClip."
              .formatted(part.label(), part.type().text()));
      return;
    }
    Optional<Use> use = part.use(Audio.class);
    if (use.isPresent() && !whole) {
      errors.error(
          Code.AUDIO_WITHOUT_SOUND,
          use.get().origin(),
          "%s has no effect, because %s. Remove it, or take an AudioClip."
              .formatted(
                  part.label(use.get()),
                  part.role().isInput()
                      ? part.type().text() + " is no sound"
                      : "it says how an input is heard"));
    } else {
      use.ifPresent(audio -> checkValues(part, audio, errors));
    }
  }

  private static void checkValues(Part part, Use use, Errors errors) {
    Values audio = use.values();
    int rate = audio.integer("rate");
    if (rate < LOWEST_RATE || rate > HIGHEST_RATE) {
      wrong(part, use, "rate", "a rate must be 1,000 to 768,000 samples a second", errors);
      return; // all others depend on it
    }
    int bands = audio.integer("bands");
    boolean few = bands >= 1 && bands <= MOST_BANDS;
    if (!few) {
      wrong(part, use, "bands", "there must be 1 to 1,000 bands", errors);
    }
    double window = audio.decimal("window");
    boolean heard = window * rate >= 2 && window * rate <= LONGEST_WINDOW;
    if (!heard) {
      wrong(
          part,
          use,
          "window",
          "a window must have 2 to 65,536 samples, which at %s a second are %s to %s s"
              .formatted(rate, 2.0 / rate, LONGEST_WINDOW / (double) rate),
          errors);
    }
    double hop = audio.decimal("hop");
    if (!(hop * rate >= 1 && hop <= LONGEST_HOP)) {
      wrong(part, use, "hop", "a hop must have at least 1 sample and at most 10 seconds", errors);
    }
    boolean frequencies = checkFrequencies(part, use, rate / 2.0, errors);
    double emphasis = audio.decimal("preEmphasis");
    if (!(emphasis >= 0 && emphasis < 1)) {
      wrong(part, use, "preEmphasis", "it must be at least 0 and below 1", errors);
    }
    int coefficients = audio.integer("coefficients");
    if (coefficients < 0 || coefficients > bands) {
      wrong(
          part, use, "coefficients", "there are %s bands to make them of".formatted(bands), errors);
    }
    if (few && heard && frequencies) {
      checkBands(part, use, errors);
    }
  }

  private static boolean checkFrequencies(Part part, Use use, double half, Errors errors) {
    double lowest = use.values().decimal("lowest");
    double highest = use.values().decimal("highest");
    if (!(lowest >= 0 && lowest < half)) {
      wrong(
          part,
          use,
          "lowest",
          "at this rate frequencies are heard below %s Hz".formatted(half),
          errors);
      return false;
    }
    if (highest != 0 && !(highest > lowest && highest <= half)) {
      wrong(
          part,
          use,
          "highest",
          "it must be above lowest = %s and, at this rate, at most %s Hz".formatted(lowest, half),
          errors);
      return false;
    }
    return true;
  }

  /** Each band needs a frequency of the transform inside of it. */
  private static void checkBands(Part part, Use use, Errors errors) {
    Values audio = use.values();
    int rate = audio.integer("rate");
    int bands = audio.integer("bands");
    int transform = 2;
    while (transform < Math.round(audio.decimal("window") * rate)) {
      transform *= 2;
    }
    double top = audio.decimal("highest") == 0 ? rate / 2.0 : audio.decimal("highest");
    double low = mel(audio.decimal("lowest"));
    double step = (mel(top) - low) / (bands + 1);
    double bin = rate / (double) transform;
    for (int b = 0; b < bands; b++) {
      double from = hertz(low + b * step);
      double to = hertz(low + (b + 2) * step);
      double first = (Math.floor(from / bin) + 1) * bin;
      if (first >= to) {
        String member = audio.writes("bands") ? "bands" : "window";
        wrong(
            part,
            use,
            member,
            "band %s, from %s to %s Hz, is narrower than the %s Hz that a window tells apart. Write"
                    .formatted(b, Math.round(from), Math.round(to), Math.round(bin))
                + " fewer bands, or a longer window",
            errors);
        return;
      }
    }
  }

  private static double mel(double hertz) {
    return 2595 * Math.log10(1 + hertz / 700);
  }

  private static double hertz(double mel) {
    return 700 * (Math.pow(10, mel / 2595) - 1);
  }

  private static void wrong(Part part, Use use, String member, String why, Errors errors) {
    Object value =
        use.values().writes(member)
            ? use.values().sourceOf(member)
            : member.equals("window") || member.equals("hop")
                ? use.values().decimal(member)
                : use.values().integer(member);
    errors.error(
        Code.AUDIO_VALUE_OUT_OF_RANGE,
        use.values().writes(member) ? use.origin().member(member) : use.origin(),
        "%s has %s = %s, but %s.%s"
            .formatted(
                part.label(use), member, value, why, why.contains("Write") ? "" : " Change it."));
  }
}
