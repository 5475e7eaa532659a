package dev.rondo.processor.plan.code;

/**
 * A codec that trainer and predictor hold.
 *
 * @param owner the input or output that it is named after, in model files too
 * @param codec where it comes from
 */
public record CodecField(String owner, CodecCode codec) {}
