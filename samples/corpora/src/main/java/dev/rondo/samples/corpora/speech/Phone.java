package dev.rondo.samples.corpora.speech;

/**
 * A sound of English digits, as a formant synthesizer makes it: resonances of the vocal tract, how
 * much the voice and how much noise excite them. Resonances of vowels are those of men in Peterson
 * and Barney 1952, "Control methods used in a study of the vowels", those of consonants are about
 * as in Klatt 1980, "Software for a cascade/parallel formant synthesizer".
 */
enum Phone {
  AA(80, 730, 1090, 2440, 1, 0, 0, 0),
  AH(90, 640, 1190, 2390, 1, 0, 0, 0),
  AO(140, 570, 840, 2410, 1, 0, 0, 0),
  EH(100, 530, 1840, 2480, 1, 0, 0, 0),
  EI(70, 480, 2000, 2550, 1, 0, 0, 0),
  IH(80, 390, 1990, 2550, 1, 0, 0, 0),
  IY(140, 270, 2290, 3010, 0.9, 0, 0, 0),
  OH(70, 500, 900, 2400, 1, 0, 0, 0),
  UH(80, 440, 1020, 2240, 0.9, 0, 0, 0),
  UW(130, 300, 870, 2240, 0.9, 0, 0, 0),
  SCHWA(60, 500, 1400, 2300, 0.8, 0, 0, 0),
  W(60, 290, 610, 2150, 0.7, 0, 0, 0),
  R(60, 310, 1060, 1380, 0.7, 0, 0, 0),
  N(70, 260, 1500, 2500, 0.4, 0, 0, 0),
  V(60, 240, 1100, 2080, 0.4, 0.08, 2600, 2000),
  Z(80, 240, 1400, 2500, 0.35, 0.2, 3500, 600),
  S(110, 320, 1390, 2530, 0, 0.4, 3500, 600),
  F(100, 340, 1100, 2080, 0, 0.18, 2600, 2000),
  TH(90, 320, 1290, 2540, 0, 0.14, 1800, 1500),
  CLOSURE(45, 300, 1500, 2500, 0, 0, 0, 0),
  T_BURST(25, 350, 1700, 2600, 0, 0.5, 3200, 1000),
  K_BURST(25, 350, 1900, 2300, 0, 0.5, 1900, 500);

  /** How long it is at the usual pace, in milliseconds. */
  final int milliseconds;

  /** The resonances, in Hz. */
  final double first;

  final double second;
  final double third;

  /** How much the voice excites them, in [0, 1]. */
  final double voicing;

  /** How loud noise is that the tongue, teeth or lips make, in [0, 1], and where, in Hz. */
  final double noise;

  final double noiseCenter;
  final double noiseWidth;

  Phone(
      int milliseconds,
      double first,
      double second,
      double third,
      double voicing,
      double noise,
      double noiseCenter,
      double noiseWidth) {
    this.milliseconds = milliseconds;
    this.first = first;
    this.second = second;
    this.third = third;
    this.voicing = voicing;
    this.noise = noise;
    this.noiseCenter = noiseCenter;
    this.noiseWidth = noiseWidth;
  }
}
