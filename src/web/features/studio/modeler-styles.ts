import "camunda-bpmn-js/dist/assets/camunda-cloud-modeler.css";
import "@camunda/linting/assets/linting.css";
