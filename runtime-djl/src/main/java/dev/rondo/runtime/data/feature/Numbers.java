package dev.rondo.runtime.data.feature;

/**
 * The two kinds of arrays that vectors come in, so that neither is copied into the other.
 *
 * @param <A> the array
 */
interface Numbers<A> {
  Numbers<float[]> FLOATS =
      new Numbers<>() {
        @Override
        public int length(float[] array) {
          return array.length;
        }

        @Override
        public void learn(float[] array, ScalesLearner learner) {
          learner.add(array);
        }

        @Override
        public void encode(float[] array, Scales scales, StepWriter out) {
          out.vector(array, scales);
        }
      };

  Numbers<double[]> DOUBLES =
      new Numbers<>() {
        @Override
        public int length(double[] array) {
          return array.length;
        }

        @Override
        public void learn(double[] array, ScalesLearner learner) {
          learner.add(array);
        }

        @Override
        public void encode(double[] array, Scales scales, StepWriter out) {
          out.vector(array, scales);
        }
      };

  /** Returns how many numbers the array has. */
  int length(A array);

  /** Learns from an array of the learner's size. */
  void learn(A array, ScalesLearner learner);

  /** Writes the features of an array of the scales' size. */
  void encode(A array, Scales scales, StepWriter out);
}
