/** Fulfils one batch of orders; what fails is named, so that only it is tried again. */
exports.handler = async ({ Records }) => {
  const results = await Promise.allSettled(Records.map(({ body }) => fulfil(JSON.parse(body))));
  const batchItemFailures = results.flatMap(({ status }, index) =>
    status === "rejected" ? [{ itemIdentifier: Records[index].messageId }] : [],
  );
  return { batchItemFailures };
};

async function fulfil(order) {
  if (order.lines.length === 0) throw new Error(`order ${order.id} is empty`);
}
