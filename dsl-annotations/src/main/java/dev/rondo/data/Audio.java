package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How an {@link dev.rondo.AudioClip AudioClip} is read: as log-mel features, the energy in bands of
 * frequencies that are as wide as the ear hears them, of windows that follow each other.
 *
 * <pre>{@code
 * power  P[t, k] = |Σ_n w[n] x[t · hop + n - N / 2] e^(-2πi k n / N)|²
 * mel    m(f) = 2595 log10(1 + f / 700)
 * bands  S[t, b] = Σ_k max(0, min((f_k - f_b) / (f_(b+1) - f_b), (f_(b+2) - f_k) / (f_(b+2) - f_(b+1)))) P[t, k]
 * out    ln(S + 1e-6), normalized
 * }</pre>
 *
 * <p>N is the power of two from the window on, w the periodic Hann window in its middle, f_b are
 * the {@code bands + 2} frequencies that lie evenly on the mel scale from {@link #lowest} to {@link
 * #highest}; beside the clip there are zeros. These are the definitions of torchaudio's {@code
 * MelSpectrogram(n_fft = N, center = True, pad_mode = "constant", mel_scale = "htk", norm = None)}
 * and of librosa's {@code melspectrogram(htk = True, norm = None)}.
 *
 * <p>Out: (batch, time, {@code bands}), a step for every hop: {@code 1 + ⌊samples / hop⌋} of them.
 * A clip of another rate is resampled (as torchaudio's {@code resample}: a sinc with a Hann window
 * over 6 zero crossings, rolloff 0.99). A parameter without this annotation is read by its
 * defaults.
 *
 * <pre>{@code
 * Digit digit(@Audio(rate = 8000, bands = 40) AudioClip clip);
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Audio {
  /** Samples a second that the model hears, 1,000 to 768,000. */
  int rate() default 16_000;

  /** How many bands there are, 1 to 1,000. */
  int bands() default 80;

  /** How long a window is, in seconds. */
  double window() default 0.025;

  /** From window to window, in seconds. */
  double hop() default 0.01;

  /** Where the lowest band begins, in Hz. */
  double lowest() default 0;

  /** Where the highest band ends, in Hz; 0 for half the rate. */
  double highest() default 0;

  /**
   * How much of each sample's predecessor is taken from it, in [0, 1): {@code x[n] - a x[n-1]}.
   * 0.97 brings out high frequencies.
   */
  double preEmphasis() default 0;

  /** How the features are normalized. */
  Normalization normalize() default Normalization.UTTERANCE;

  /**
   * How many mel-frequency cepstral coefficients are read in place of the bands (Davis and
   * Mermelstein 1980): the first of an orthonormal cosine transform of their logarithms, at most
   * {@code bands}; 0 for the bands.
   */
  int coefficients() default 0;
}
