package dev.rondo.processor.check.type;

import dev.rondo.data.Image;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Sequences;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.shape.Shape;
import dev.rondo.processor.shape.Sizes;
import java.util.Optional;

/** Pictures are the steps of an input of its own, of which {@code @Image} says how large. */
public final class ImageRule extends PartRule {
  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    if (part.role().isInput() && Sequences.isNested(part.type())) {
      return; // a rule of its own says so
    }
    boolean pictures = Types.innermost(part.type()) instanceof DeclaredType.Picture;
    boolean whole =
        part.role() == Role.INPUT
            && part.type() instanceof DeclaredType.ListOf list
            && list.element() instanceof DeclaredType.Picture;
    if (pictures && part.role().isInput() && !whole) {
      errors.error(
          Code.PICTURE_MISPLACED,
          part.origin(),
          "%s is of type %s, but pictures are the steps of a sequence of their own. Make it a parameter of type List<%s>."
              .formatted(part.label(), part.type().text(), Types.innermost(part.type()).text()));
      return;
    }
    Optional<Use> use = part.use(Image.class);
    if (whole && use.isEmpty()) {
      errors.error(
          Code.IMAGE_MISSING,
          part.origin(),
          "%s is of type %s, but nothing says how large its pictures are read. Write @Image(width = 32, height = 32)."
              .formatted(part.label(), part.type().text()));
    } else if (use.isPresent() && !whole) {
      errors.error(
          Code.IMAGE_WITHOUT_PICTURES,
          use.get().origin(),
          "%s has no effect, because %s. Remove it, or take a List<BufferedImage>."
              .formatted(
                  part.label(use.get()),
                  part.role().isInput()
                      ? part.type().text() + " is no list of pictures"
                      : "it says how an input is seen"));
    } else {
      use.ifPresent(image -> checkValues(part, image, errors));
    }
  }

  private static void checkValues(Part part, Use use, Errors errors) {
    Values image = use.values();
    boolean width = checkSide(part, use, "width", errors);
    boolean height = checkSide(part, use, "height", errors);
    int channels = image.integer("channels");
    if (channels != 1 && channels != 3) {
      wrong(part, use, "channels", "there is 1 for grey, or 3 for red, green and blue", errors);
      return;
    }
    Shape.Picture picture =
        new Shape.Picture(channels, image.integer("height"), image.integer("width"));
    if (width && height && !Sizes.isPicture(picture)) {
      wrong(
          part,
          use,
          "width",
          "%s channels of %s pixels are %s features a step, and there can be 1,000,000"
              .formatted(channels, picture.text(), picture.features()),
          errors);
    }
  }

  private static boolean checkSide(Part part, Use use, String member, Errors errors) {
    if (!use.values().writes(member)) {
      errors.error(
          Code.IMAGE_VALUE_OUT_OF_RANGE,
          use.origin(),
          "%s does not say its %s. Write it, such as %s = 32."
              .formatted(part.label(use), member, member));
      return false;
    }
    if (!Sizes.isSide(use.values().integer(member))) {
      wrong(part, use, member, "it must be 1 to 4,096 pixels", errors);
      return false;
    }
    return true;
  }

  private static void wrong(Part part, Use use, String member, String why, Errors errors) {
    errors.error(
        Code.IMAGE_VALUE_OUT_OF_RANGE,
        use.origin().member(member),
        "%s has %s = %s, but %s. Change it."
            .formatted(part.label(use), member, use.values().integer(member), why));
  }
}
