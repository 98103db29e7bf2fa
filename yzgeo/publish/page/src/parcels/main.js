/* The parcel layer, for a page with a ledger and for any other map: `yzParcels(map, data, text, open)`. */
import { makeParcels } from "./parcels.js";

window.yzParcels = makeParcels;
