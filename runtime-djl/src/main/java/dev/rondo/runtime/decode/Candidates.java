package dev.rondo.runtime.decode;

/**
 * The likeliest tokens to come next, for each row of a batch.
 *
 * @param width how many for each row
 * @param tokens row by row, the likeliest first; of equally likely ones the lowest
 * @param logProbabilities of these
 * @param ends the log probability of the end for each row
 * @param attention how much each source token weighs, row by row; none if it was not asked for
 */
record Candidates(
    int width, int[] tokens, float[] logProbabilities, float[] ends, float[][] attention) {}
