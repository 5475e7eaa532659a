package dev.rondo.processor.diag;

/**
 * The stable number of each kind of mistake: 1xx the interface, 2xx layers, 3xx inputs and outputs,
 * 4xx training, 5xx composed annotations, 6xx language models, 9xx ourselves. {@code
 * docs/errors.md} explains each.
 */
public enum Code {
  NOT_AN_INTERFACE(101),
  PRIVATE_MODEL(102),
  SEALED_MODEL(103),
  GENERIC_MODEL(104),
  NO_METHOD(105),
  SEVERAL_METHODS(106),
  GENERIC_METHOD(107),
  NO_INPUT(108),
  SEVERAL_INPUTS(109),
  INPUT_NAME_UNKNOWN(110),
  CLASS_NAME_TAKEN(111),
  METHOD_NAME_TAKEN(112),
  NOT_A_MODEL(113),
  NO_EFFECT(114),

  VALUE_MISSING(201),
  SIZE_OUT_OF_RANGE(202),
  RATE_OUT_OF_RANGE(203),
  UNITS_CONTRADICT_TYPE(204),
  NO_EMBEDDING(205),
  NOTHING_TO_EMBED(206),
  NO_RECURRENT_LAYER(207),
  SEQUENCE_NEEDED(208),
  NOTHING_TO_POOL(209),
  NO_OUTPUT_LAYER(210),
  ACTIVATION_ON_OUTPUT(211),
  UNITS_MISSING(212),
  ACTIVATION_UNSUPPORTED(213),
  DROPOUT_BETWEEN_NOTHING(214),
  TOO_MANY_WEIGHTS(215),

  INPUT_TYPE_UNSUPPORTED(301),
  OUTPUT_TYPE_UNSUPPORTED(302),
  NO_OUTPUT(303),
  SEVERAL_OUTPUTS(304),
  TYPE_INACCESSIBLE(305),
  TOO_FEW_CONSTANTS(306),
  NULLABLE_INPUT(307),
  INPUT_NAME_TAKEN(308),
  TEXT_WITHOUT_TEXT(309),
  TEXT_VALUE_OUT_OF_RANGE(310),
  TEXT_LANGUAGE(311),
  TEXT_TWICE(312),
  TEXT_CONTRADICTION(313),

  TRAINING_OUT_OF_RANGE(401),
  TRAINING_CONTRADICTION(402),

  COMPOSED_OF_ITSELF(501),
  COMPOSED_OF_FORBIDDEN(502),
  COMPOSED_WITH_MEMBERS(503),
  COMPOSED_RETENTION(504),
  COMPOSED_REPEATABLE(505),
  SHARED_SHAPES_DIFFER(506),

  LANGUAGE_MODEL_OF_TEXT(601),
  LANGUAGE_MODEL_BACKWARD(602),
  LANGUAGE_MODEL_POOLED(603),
  LANGUAGE_MODEL_SHARED_STATE(604),
  TIED_WIDTHS_DIFFER(605),
  TIED_TO_NOTHING(606),

  INTERNAL(901);

  private final int number;

  Code(int number) {
    this.number = number;
  }

  /** Returns the code as users see it: {@code RONDO-204}. */
  public String text() {
    return "RONDO-" + number;
  }

  /** Returns whether not even the API of a model with this mistake can be generated. */
  public boolean spoilsApi() {
    return switch (this) {
      case NOT_AN_INTERFACE,
          PRIVATE_MODEL,
          SEALED_MODEL,
          GENERIC_MODEL,
          CLASS_NAME_TAKEN,
          METHOD_NAME_TAKEN,
          TYPE_INACCESSIBLE ->
          true;
      default -> false;
    };
  }
}
