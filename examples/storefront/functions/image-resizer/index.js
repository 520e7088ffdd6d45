const sizes = (process.env.SIZES ?? "").split(",").map(Number);

/** Names the small pictures that belong to each uploaded one. */
exports.handler = async ({ Records }) =>
  Records.flatMap(({ s3 }) => sizes.map((size) => s3.object.key.replace("originals/", `images/${size}/`)));
