export { type CourierData, carried, courierProcedure } from "./courier.ts";
export { examples as courierExamples } from "./examples.ts";
