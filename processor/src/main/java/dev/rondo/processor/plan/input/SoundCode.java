package dev.rondo.processor.plan.input;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Setting;

/** What is special about the code for sounds. */
final class SoundCode {
  private SoundCode() {}

  /** Returns what a model file says of one: what decides on the width and the pace of its steps. */
  static String signature(Codec.Sound sound) {
    return "audio(rate = %s, bands = %s, window = %s, hop = %s%s)"
        .formatted(
            sound.rate(),
            sound.bands(),
            sound.window(),
            sound.hop(),
            sound.coefficients() == 0 ? "" : ", coefficients = " + sound.coefficients());
  }

  /** Returns the name of the setting that says how a sound is changed when it is learned from. */
  static String augmentation(String input) {
    return input + "Augmentation";
  }

  /** Returns that setting. */
  static Setting setting(String input) {
    return new Setting(
        RuntimeTypes.SOUND_AUGMENTATION,
        augmentation(input),
        CodeBlock.of("$T.none()", RuntimeTypes.SOUND_AUGMENTATION),
        "nothing",
        "changes",
        CodeBlock.of("$T.notNull($N, $S)", RuntimeTypes.ARGUMENTS, "changes", "changes"),
        "Sets how {@code " + input + "} is changed each time that it is learned from.",
        "speed, vocal tract, noise and masks",
        "if they are null");
  }

  /** Returns how the codec is described. */
  static CodeBlock description(String input, Codec.Sound sound) {
    return CodeBlock.of(
        "$T.of($S, new $T($L, $L, $L, $L, $L, $L, $L, $L), $L)",
        RuntimeTypes.AUDIO_CODEC,
        input,
        RuntimeTypes.SOUND_SETTINGS,
        Code.number(sound.rate()),
        Code.number(sound.bands()),
        Code.number(sound.window()),
        Code.number(sound.hop()),
        Code.number(sound.lowest()),
        Code.number(sound.highest()),
        Code.number(sound.preEmphasis()),
        Code.number(sound.coefficients()),
        Code.constant(sound.normalization()));
  }
}
