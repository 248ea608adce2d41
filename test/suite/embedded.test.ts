import { defineHubSuite } from './hub-suite.js';

defineHubSuite('embedded');
