package dev.rondo.samples.corpora.speech;

import static dev.rondo.samples.corpora.speech.Phone.AA;
import static dev.rondo.samples.corpora.speech.Phone.AH;
import static dev.rondo.samples.corpora.speech.Phone.AO;
import static dev.rondo.samples.corpora.speech.Phone.CLOSURE;
import static dev.rondo.samples.corpora.speech.Phone.EH;
import static dev.rondo.samples.corpora.speech.Phone.EI;
import static dev.rondo.samples.corpora.speech.Phone.F;
import static dev.rondo.samples.corpora.speech.Phone.IH;
import static dev.rondo.samples.corpora.speech.Phone.IY;
import static dev.rondo.samples.corpora.speech.Phone.K_BURST;
import static dev.rondo.samples.corpora.speech.Phone.N;
import static dev.rondo.samples.corpora.speech.Phone.OH;
import static dev.rondo.samples.corpora.speech.Phone.R;
import static dev.rondo.samples.corpora.speech.Phone.S;
import static dev.rondo.samples.corpora.speech.Phone.SCHWA;
import static dev.rondo.samples.corpora.speech.Phone.TH;
import static dev.rondo.samples.corpora.speech.Phone.T_BURST;
import static dev.rondo.samples.corpora.speech.Phone.UH;
import static dev.rondo.samples.corpora.speech.Phone.UW;
import static dev.rondo.samples.corpora.speech.Phone.V;
import static dev.rondo.samples.corpora.speech.Phone.W;
import static dev.rondo.samples.corpora.speech.Phone.Z;

import java.util.List;
import java.util.Random;

/**
 * Speaks digits: pulses of a voice and noise through resonances of a vocal tract that move from
 * sound to sound (Klatt 1980, "Software for a cascade/parallel formant synthesizer"). The same
 * voice, digits and seed always give the same samples.
 */
public final class FormantSynthesizer {
  /** Samples a second, as of a telephone. */
  public static final int RATE = 8_000;

  private static final List<List<Phone>> DIGITS =
      List.of(
          List.of(Z, IH, R, OH, UH),
          List.of(W, AH, N),
          List.of(CLOSURE, T_BURST, UW),
          List.of(TH, R, IY),
          List.of(F, AO, R),
          List.of(F, AA, IH, V),
          List.of(S, IH, CLOSURE, K_BURST, S),
          List.of(S, EH, V, SCHWA, N),
          List.of(EI, IY, CLOSURE, T_BURST),
          List.of(N, AA, IH, N));

  /** Bandwidths of the resonances, in Hz. */
  private static final double[] WIDTHS = {80, 100, 150};

  /** A resonance that is the same in all sounds, in Hz. */
  private static final double HIGHEST = 3_400;

  private static final double HIGHEST_WIDTH = 250;

  /** Makes vowels about as loud as noise of 1. */
  private static final double VOICE = 3;

  private static final double LOUDNESS = 0.15;

  private FormantSynthesizer() {}

  /**
   * Speaks.
   *
   * @param digits 0 to 9, at least one
   * @param random draws what no two utterances have in common
   * @return samples in [-1, 1], {@value #RATE} a second
   * @throws IllegalArgumentException if there are no digits, or one is none
   */
  public static float[] speak(List<Integer> digits, Voice voice, Random random) {
    if (digits.isEmpty()) {
      throw new IllegalArgumentException("there are no digits to speak");
    }
    Contour contour = new Contour(voice, random);
    contour.pause(40 + random.nextInt(80));
    for (int digit : digits) {
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException(digit + " is no digit, expected 0 to 9");
      }
      DIGITS.get(digit).forEach(contour::add);
      contour.pause((int) ((20 + random.nextInt(100)) / voice.speed()));
    }
    contour.pause(40 + random.nextInt(80));
    return inRoom(sound(contour.values(), voice, random), voice, random);
  }

  private static double[] sound(double[][] contour, Voice voice, Random random) {
    int perMillisecond = RATE / 1000;
    double[] sound = new double[contour.length * perMillisecond];
    Resonator glottis = new Resonator(RATE);
    glottis.tune(0, 200);
    Resonator[] tract = {
      new Resonator(RATE), new Resonator(RATE), new Resonator(RATE), new Resonator(RATE)
    };
    tract[tract.length - 1].tune(HIGHEST * voice.tract(), HIGHEST_WIDTH);
    Resonator constriction = new Resonator(RATE);
    double phase = 1;
    double drift = 0;
    double before = 0;
    for (int t = 0; t < contour.length; t++) {
      double[] values = contour[t];
      for (int i = 0; i < WIDTHS.length; i++) {
        tract[i].tune(values[i], WIDTHS[i]);
      }
      constriction.tune(values[Contour.NOISE_CENTER], values[Contour.NOISE_WIDTH]);
      double gain = constriction.noiseGain();
      drift = 0.98 * drift + 0.004 * random.nextGaussian();
      // the voice falls towards the end
      double pitch = voice.pitch() * (1.1 - 0.2 * t / contour.length + drift);
      for (int n = t * perMillisecond; n < (t + 1) * perMillisecond; n++) {
        phase += pitch / RATE;
        double pulse = 0;
        if (phase >= 1) {
          phase -= 1;
          pulse = RATE / pitch;
        }
        double breath = voice.breath() * random.nextGaussian();
        double voiced = values[Contour.VOICING] * glottis.next(pulse + 4 * breath);
        for (Resonator formant : tract) {
          voiced = formant.next(voiced);
        }
        double noise = values[Contour.NOISE] * constriction.next(random.nextGaussian()) / gain;
        // what leaves the mouth is the change of what flows
        sound[n] = VOICE * (voiced - before) + noise;
        before = voiced;
      }
    }
    return sound;
  }

  private static float[] inRoom(double[] sound, Voice voice, Random random) {
    double power = 0;
    for (double sample : sound) {
      power += sample * sample;
    }
    double deviation = Math.sqrt(power / sound.length);
    double noise = deviation * Math.pow(10, -voice.signalToNoise() / 20);
    float[] samples = new float[sound.length];
    for (int n = 0; n < samples.length; n++) {
      double sample = LOUDNESS / deviation * (sound[n] + noise * random.nextGaussian());
      samples[n] = (float) Math.max(-1, Math.min(1, sample));
    }
    return samples;
  }
}
